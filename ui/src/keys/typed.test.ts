import { expect, it } from 'vitest';
import { typed } from './typed';

function field() {
  const settled: string[] = [];
  const input = document.createElement('input');
  const stop = typed((text) => settled.push(text))(input);
  const write = (value: string, isComposing: boolean) => {
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { isComposing }));
  };
  return { settled, input, write, stop };
}

it('letters typed without a conversion settle one by one', () => {
  const { settled, write } = field();
  write('a', false);
  write('ab', false);
  expect(settled).toEqual(['a', 'ab']);
});

it('a conversion settles when it is confirmed, not before', () => {
  const { settled, input, write } = field();
  write('し', true);
  write('しょうひん', true);
  write('商品', true);
  expect(settled).toEqual([]);
  input.dispatchEvent(new CompositionEvent('compositionend'));
  expect(settled).toEqual(['商品']);
});
