/** The size of a file in words: bytes as they are counted, larger ones rounded to one place. */
import { grouped } from '../words';

const KILO = 1000;

/** A message and its arguments; `unit` is a name and not translated. */
export function fileSize(bytes: number): [key: string, args: { digits: string; unit: string }] {
  if (bytes < KILO) return ['parts-file-size', { digits: grouped(bytes), unit: 'B' }];
  let [size, unit] = [bytes / KILO, 'KB'];
  for (const larger of ['MB', 'GB']) if (size >= KILO) [size, unit] = [size / KILO, larger];
  return ['parts-file-size', { digits: size < 10 ? size.toFixed(1) : grouped(Math.round(size)), unit }];
}
