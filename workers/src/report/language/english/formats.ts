import { formatsFor } from '../formats-for.ts';

export const formats = formatsFor('en');
