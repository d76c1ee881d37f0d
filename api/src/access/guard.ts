import { type RequestHandler, Router } from 'express';
import { methodNotAllowed, pathNotFound } from '../http/problem-handler.ts';
import { authenticate } from './authenticate.ts';
import { type Access, declaredAccess, type Method } from './declared-access.ts';
import type { GuardDependencies } from './guard-dependencies.ts';
import { limitRate } from './limit-rate.ts';
import { requireScope } from './require-scope.ts';

/** Stands before all routes and lets through what is declared, from those who may: key, then rate, then scope. */
export function guard(dependencies: GuardDependencies): Router {
  const checksFor = checks(dependencies);
  const router = Router();
  for (const [path, accessByMethod] of Object.entries(declaredAccess)) {
    const route = router.route(path);
    const methods = Object.keys(accessByMethod) as Method[];
    for (const method of methods) route[method](...checksFor(accessByMethod[method]!), leave);
    route.all(methodNotAllowed(methods.join(', ').toUpperCase()));
  }
  router.use(pathNotFound);
  return router;
}

function checks({ keys, rates, metrics, now }: GuardDependencies): (access: Access) => RequestHandler[] {
  const rate = limitRate(rates, metrics, now);
  const key = keys === undefined ? [] : [authenticate(keys, rates, metrics, now)];
  return (access) => {
    if (access === 'open') return [];
    return [...key, ...rate, ...(keys === undefined ? [] : [requireScope(access, metrics)])];
  };
}

/** On to the routes themselves: the rest of the guard is for what is not declared. */
const leave: RequestHandler = (_request, _response, next) => next('router');
