import { stat, writeFile } from 'node:fs/promises';
import { writeAtomically } from '@churn/shared/platform/write-atomically';

/** Where Airflow's KubernetesPodOperator reads an XCom from, in a pod with its sidecar. */
const xcomFolder = '/airflow/xcom';

/** Copies the result line to the file the caller named and, in a Kubernetes pod of Airflow, to its XCom file. */
export async function writeResultFiles(line: string, resultFile: string | undefined): Promise<void> {
  if (resultFile !== undefined && resultFile !== '') {
    await writeAtomically(resultFile, (path) => writeFile(path, line));
  }
  const inAirflowPod = await stat(xcomFolder).then(
    (folder) => folder.isDirectory(),
    () => false,
  );
  if (inAirflowPod) await writeAtomically(`${xcomFolder}/return.json`, (path) => writeFile(path, line));
}
