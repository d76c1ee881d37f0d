import koffi from 'koffi';

export type InterfaceArray = Float32Array | Float64Array | Uint8Array | Int32Array;

/**
 * Describes a typed array's memory to libxgboost without copying it (NumPy's array interface, version 3).
 * The caller keeps the array alive until the call returns. Written by hand because the address is a BigInt.
 */
export function arrayInterface(values: InterfaceArray, shape: readonly number[] = [values.length]): string {
  const address = values.length === 0 ? 0n : koffi.address(values);
  return `{"data":[${address},true],"typestr":"${typeOf(values)}","shape":[${shape.join(',')}],"version":3}`;
}

function typeOf(values: InterfaceArray): string {
  if (values instanceof Float32Array) return '<f4';
  if (values instanceof Float64Array) return '<f8';
  return values instanceof Int32Array ? '<i4' : '|u1';
}
