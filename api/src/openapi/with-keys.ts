import { type Access, declaredAccess, type Method } from '../access/declared-access.ts';

type Operations<Operation> = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

export const keySecurityScheme = {
  type: 'http',
  scheme: 'bearer',
  description:
    'A key with the scope that the operation names, where the API was started with a file of keys; without one, everybody may ask.',
};

/** Makes operations say which scope they ask for and, unless they are open, how they turn away. */
export function withKeys(denials: object) {
  return <Paths extends Operations<{ readonly responses: object }>>(paths: Paths): Paths =>
    mapOperations(paths, (operation, path, method) => {
      const access = accessOf(path, method);
      if (access === 'open') return { ...operation, security: [] };
      const responses = { ...operation.responses, ...denials };
      return { ...operation, security: [{ key: [access] }], responses };
    }) as Operations<unknown> as Paths;
}

function accessOf(path: string, method: string): Access {
  const access = declaredAccess[path.replaceAll(/\{(\w+)\}/g, ':$1')]?.[method as Method];
  if (access === undefined) throw new Error(`expected ${method} ${path} in declaredAccess, found no entry`);
  return access;
}

function mapOperations<From, To>(
  paths: Operations<From>,
  change: (operation: From, path: string, method: string) => To,
): Operations<To> {
  return Object.fromEntries(
    Object.entries(paths).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [method, change(operation, path, method)]),
      ),
    ]),
  );
}
