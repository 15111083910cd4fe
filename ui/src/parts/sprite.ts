import drawings from './icons.svg?raw';

/** Puts the drawings of the icons into the page once; `Icon` refers to them. */
export function hangIcons(): void {
  const parsed = new DOMParser().parseFromString(drawings, 'image/svg+xml').documentElement;
  const sprite = document.importNode(parsed, true);
  sprite.setAttribute('class', 'sprite');
  sprite.setAttribute('width', '0');
  sprite.setAttribute('height', '0');
  sprite.setAttribute('aria-hidden', 'true');
  document.body.prepend(sprite);
}
