import express, { type RequestHandler } from 'express';
import { requireContentType } from './require-content-type.ts';

/** Reads a JSON body of at most `limitBytes`; another content-type than `application/json` is refused before it is read. */
export function jsonBody(limitBytes: number): RequestHandler[] {
  return [requireContentType('application/json'), express.json({ limit: limitBytes, type: () => true })];
}
