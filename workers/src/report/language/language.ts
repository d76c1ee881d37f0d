import type { english } from './english.ts';

/**
 * Everything the report says in one language. English sets the shape: a language that lacks a message, or whose message
 * takes other values, does not compile.
 */
export type Language = typeof english;
