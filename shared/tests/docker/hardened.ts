import { GenericContainer } from 'testcontainers';

/** How every container of ours is meant to run, as flags of `docker run`. */
export const hardenedFlags: readonly string[] = [
  '--read-only',
  '--tmpfs=/tmp',
  '--cap-drop=ALL',
  '--security-opt=no-new-privileges',
];

// The image of the container that cleans up after testcontainers cannot be pulled everywhere; `await using` removes ours.
process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';

/** The same for testcontainers, which has no method for a read-only root file system. */
export class HardenedContainer extends GenericContainer {
  constructor(image: string) {
    super(image);
    this.hostConfig.ReadonlyRootfs = true;
    this.withTmpFs({ '/tmp': 'rw' })
      .withDroppedCapabilities('ALL')
      .withSecurityOpt('no-new-privileges')
      .withLabels({ 'churn.test': String(process.pid) });
  }
}
