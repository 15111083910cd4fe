import { afterEach, expect, it, vi } from 'vitest';
import { borrowsFocus } from './focus';

afterEach(() => document.body.replaceChildren());

function page() {
  document.body.innerHTML = '<button id="opener"></button><form><h2></h2><input id="first" /><input /></form>';
  return { opener: document.getElementById('opener'), form: document.querySelector('form') as HTMLElement };
}

it('what opens takes the focus with its first field, and gives it back to what opened it', async () => {
  const { opener, form } = page();
  opener?.focus();
  const close = borrowsFocus(() => undefined)(form);
  expect(document.activeElement?.id).toBe('first');
  form.remove();
  close();
  await Promise.resolve();
  expect(document.activeElement).toBe(opener);
});

it('a screen that comes with an open form is read from its title', () => {
  const { form } = page();
  document.body.insertAdjacentElement('afterbegin', Object.assign(document.createElement('h1'), { tabIndex: -1 }));
  document.querySelector('h1')?.focus();
  borrowsFocus(() => undefined)(form);
  expect(document.activeElement?.tagName).toBe('H1');
});

it('when what opened it is gone, the screen says where the focus goes', async () => {
  const { opener, form } = page();
  const otherwise = vi.fn();
  opener?.focus();
  const close = borrowsFocus(otherwise)(form);
  opener?.remove();
  close();
  await Promise.resolve();
  expect(otherwise).toHaveBeenCalledOnce();
});
