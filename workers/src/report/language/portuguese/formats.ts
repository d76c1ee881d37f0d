import { formatsFor } from '../formats-for.ts';

export const formats = formatsFor('pt-BR');
