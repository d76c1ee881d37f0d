import { stat, writeFile } from 'node:fs/promises';
import { writeAtomically } from '@churn/shared/platform/write-atomically';
import { requireOutFile } from './out-file.ts';

/** Where Airflow's KubernetesPodOperator reads an XCom from, in a pod with its sidecar. */
const xcomFolder = '/airflow/xcom';

/** Where copies of the result line go: the file the caller named and, in a Kubernetes pod of Airflow, its XCom file. */
export async function resultFiles(named: string | undefined): Promise<readonly string[]> {
  const inAirflowPod = await stat(xcomFolder).then(
    (folder) => folder.isDirectory(),
    () => false,
  );
  return [
    ...(named === undefined || named === '' ? [] : [await requireOutFile('CHURN_RESULT_FILE', named)]),
    ...(inAirflowPod ? [`${xcomFolder}/return.json`] : []),
  ];
}

export async function writeResultFiles(line: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await writeAtomically(path, (temporaryPath) => writeFile(temporaryPath, line));
  }
}
