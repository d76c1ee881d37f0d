import { canonicalJson } from '../platform/canonical-json.ts';
import { sha256 } from '../platform/sha256.ts';
import { featureList } from './feature-list.ts';

/** SHA-256 of the declarations: a model refuses features of another list. */
export const featureListHash: string = sha256(canonicalJson(featureList));
