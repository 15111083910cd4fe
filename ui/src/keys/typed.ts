/**
 * What has been typed, once it is written: while a conversion is open the field holds letters on their way to other letters,
 * and a list that followed them would flicker through words nobody meant.
 */
export function typed(settle: (text: string) => void) {
  return (field: HTMLInputElement) => {
    const input = (event: Event) => {
      if (!(event as InputEvent).isComposing) settle(field.value);
    };
    // Some web views send no more input after the end of a composition.
    const end = () => settle(field.value);
    field.addEventListener('input', input);
    field.addEventListener('compositionend', end);
    return () => {
      field.removeEventListener('input', input);
      field.removeEventListener('compositionend', end);
    };
  };
}
