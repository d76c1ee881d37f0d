import koffi from 'koffi';
import { XGBoostError } from './xgboost-error.ts';

/** NumPy's names of the element types that libxgboost reads. */
const elementTypes = {
  Float32Array: '<f4',
  Float64Array: '<f8',
  Int8Array: '|i1',
  Uint8Array: '|u1',
  Int16Array: '<i2',
  Uint16Array: '<u2',
  Int32Array: '<i4',
  Uint32Array: '<u4',
  BigInt64Array: '<i8',
  BigUint64Array: '<u8',
} as const;

/** Arrays of numbers that libxgboost reads where they are. */
export type NumberArray =
  | Float32Array
  | Float64Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array;

export type InterfaceArray = NumberArray | BigInt64Array | BigUint64Array;

/** Arrays whose addresses the next call reads: by then nothing else may refer to them, and a collected one is freed memory. */
let described: InterfaceArray[] = [];

/**
 * Describes a typed array's memory to libxgboost without copying it (NumPy's array interface, version 3), and keeps it
 * alive until the next call of the library is over. Written by hand because the address is a BigInt.
 */
export function arrayInterface(values: InterfaceArray, shape: readonly number[] = [values.length]): string {
  const type = elementTypes[values?.[Symbol.toStringTag] as keyof typeof elementTypes];
  if (type === undefined) {
    throw new XGBoostError(
      `expected a typed array of numbers, got ${Object.prototype.toString.call(values)}`,
    );
  }
  described.push(values);
  const address = values.length === 0 ? 0n : koffi.address(values);
  return `{"data":[${address},true],"typestr":"${type}","shape":[${shape.join(',')}],"version":3}`;
}

/** Lets the described arrays go, once the call that read them is over. */
export function forgetDescribed(): void {
  described = [];
}
