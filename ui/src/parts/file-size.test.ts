import { expect, it } from 'vitest';
import { fileSize } from './file-size';

const said = (bytes: number) => `${fileSize(bytes)[1].digits} ${fileSize(bytes)[1].unit}`;

it('a size is said in the unit in which it is a short number', () => {
  expect([said(0), said(999), said(1000), said(34_567), said(1_250_000), said(5_000_000_000)]).toEqual([
    '0 B',
    '999 B',
    '1.0 KB',
    '35 KB',
    '1.3 MB',
    '5.0 GB',
  ]);
});
