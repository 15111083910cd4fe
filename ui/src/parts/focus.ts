/** Where the focus goes when something opens and closes. */

const FIELDS = 'input, select, textarea, button';

/**
 * An attachment for what opens within a screen: the first field takes the focus, and when it closes the focus goes back to
 * where it came from, or to where `otherwise` puts it when that is gone. A screen that has just come with it is read from its
 * title, which keeps the focus.
 */
export function borrowsFocus(otherwise: () => void) {
  return (node: HTMLElement) => {
    const before = document.activeElement;
    if (!(before instanceof HTMLHeadingElement)) node.querySelector<HTMLElement>(FIELDS)?.focus();
    return () => {
      // By then the screen has been drawn without what closed.
      queueMicrotask(() => {
        if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus();
        else otherwise();
      });
    };
  };
}
