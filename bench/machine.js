import { availableParallelism, cpus, platform, release, totalmem } from 'node:os';

/** What the figures were measured on. */
export const machine = () => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memory: `${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
  node: process.version,
  os: `${platform()} ${release()}`,
});
