import { expect, it } from 'vitest';
import { reveal, type To } from './reveal';

/** A box from 0 to 100 in both directions, and a card in it. */
function moved(left: number, top: number, size = 20, to: To = 'sight'): [number, number] {
  const at = (x: number, y: number, width: number) => {
    const made = document.createElement('div');
    made.getBoundingClientRect = () => new DOMRect(x, y, width, width);
    return made;
  };
  const box = at(0, 0, 100);
  reveal(box, at(left, top, size), 5, to);
  return [box.scrollLeft, box.scrollTop];
}

it('a card in sight moves nothing', () => expect(moved(40, 5)).toEqual([0, 0]));
it('a card beyond an edge is brought in, with some space around it', () => {
  expect(moved(90, 40)).toEqual([15, 0]);
  expect(moved(40, 300)).toEqual([0, 225]);
  expect(moved(-30, 40)).toEqual([-35, 0]);
});
it('of a card larger than the box its beginning is seen', () => expect(moved(40, 10, 200)).toEqual([35, 5]));
it('a card is brought to the middle, but its beginning stays in sight', () => {
  expect(moved(40, 90, 20, 'middle')).toEqual([0, 50]);
  expect(moved(40, 10, 200, 'middle')).toEqual([35, 5]);
});
