/** The backup that the user asked for, whatever screen is shown meanwhile. */
import { LongWork } from '../vault';

export const making = new LongWork();
