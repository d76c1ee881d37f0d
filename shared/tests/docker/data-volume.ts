import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { docker, dockerOutput } from './docker.ts';
import { hardenedFlags } from './hardened.ts';

/** A new named volume that an image sees as `/data`; gone, with its containers, when the test is. */
export class DataVolume implements AsyncDisposable {
  readonly name: string;
  readonly image: string;

  private constructor(name: string, image: string) {
    this.name = name;
    this.image = image;
  }

  static async create(image: string): Promise<DataVolume> {
    return new DataVolume(
      await dockerOutput(['volume', 'create', '--label', `churn.test=${process.pid}`]),
      image,
    );
  }

  /** Flags of `docker run` for a container with this volume. */
  get flags(): readonly string[] {
    return [...hardenedFlags, `--volume=${this.name}:/data`, `--label=churn.volume=${this.name}`];
  }

  /** Copies a folder of this machine into the volume, as the image's own user. */
  async fill(folder: string): Promise<void> {
    const packed = await promisify(execFile)('tar', ['--create', '--directory', folder, '.'], {
      encoding: 'buffer',
      maxBuffer: 1 << 30,
    });
    await dockerOutput(
      [
        'run',
        '--rm',
        '--interactive',
        ...this.flags,
        '--entrypoint=tar',
        this.image,
        '--extract',
        '--no-same-permissions',
        '--touch',
        '--no-overwrite-dir',
        '--directory=/data',
      ],
      packed.stdout,
    );
  }

  /** SHA-256 of every file in the volume, by its path. */
  async hashes(): Promise<Record<string, string>> {
    const list = 'find /data -type f -exec sha256sum {} +';
    const output = await dockerOutput([
      'run',
      '--rm',
      ...this.flags,
      '--entrypoint=sh',
      this.image,
      '-c',
      list,
    ]);
    return Object.fromEntries(
      output.split('\n').map((line) => [line.slice(64 + '  /data/'.length), line.slice(0, 64)]),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const containers = await dockerOutput(['ps', '-aq', '--filter', `label=churn.volume=${this.name}`]);
    if (containers !== '') await docker(['rm', '--force', ...containers.split('\n')]);
    await docker(['volume', 'rm', '--force', this.name]);
  }
}
