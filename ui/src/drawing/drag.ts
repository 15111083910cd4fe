/** A box that is moved by dragging its ground: what stands on it keeps its own clicks, and its words can be selected. */
export function draggedBy(ground: string) {
  return (box: HTMLElement) => {
    let held: { x: number; y: number; left: number; top: number } | undefined;
    const begin = (event: PointerEvent) => {
      const onGround = event.target instanceof Element && (event.target === box || event.target.matches(ground));
      // A finger moves the box by itself.
      if (!onGround || event.button !== 0 || event.pointerType === 'touch') return;
      held = { x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop };
      box.setPointerCapture(event.pointerId);
      box.dataset['held'] = '';
    };
    const move = (event: PointerEvent) => {
      if (!held) return;
      box.scrollLeft = held.left - (event.clientX - held.x);
      box.scrollTop = held.top - (event.clientY - held.y);
    };
    const end = () => {
      held = undefined;
      delete box.dataset['held'];
    };
    box.addEventListener('pointerdown', begin);
    box.addEventListener('pointermove', move);
    box.addEventListener('pointerup', end);
    box.addEventListener('pointercancel', end);
    return () => {
      box.removeEventListener('pointerdown', begin);
      box.removeEventListener('pointermove', move);
      box.removeEventListener('pointerup', end);
      box.removeEventListener('pointercancel', end);
    };
  };
}
