import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

/**
 * There is no container engine where these tests run, so this is what can be known of the files without one: that
 * they say what they should, and that what they name is there.
 */

const root = join(import.meta.dirname, '../..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly profiles: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly deploy?: { readonly replicas: number };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly volumes?: readonly string[];
  readonly restart?: string;
}
const compose = parse(text('docker-compose.yml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services);
const inProfile = (profile: string) => services.filter(([, { profiles }]) => profiles.includes(profile));

describe('docker-compose.yml', () => {
  it.each(services)('%s has an image of one version', (_name, { image }) =>
    expect(image).toMatch(/^[a-z0-9./-]+:\d+(?:\.\d+)+$/),
  );

  it.each(services)('%s uses volumes that are declared', (_name, { volumes = [] }) => {
    for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  });

  it.each(services)('%s waits for services of its own profiles, with a condition', (_name, service) => {
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      const waited = compose.services[other];
      expect(service.profiles.every((profile) => waited?.profiles.includes(profile))).toBe(true);
      if (condition === 'service_healthy') expect(waited?.healthcheck?.test.length).toBeGreaterThan(0);
      else expect(condition).toBe('service_completed_successfully');
    }
  });

  it.each(['single', 'cluster'])('%s runs two servers and two projectors on the same stores', (profile) => {
    const [api, projector, migrate] = ['api', 'projector', 'migrate'].map(
      (name) => compose.services[`${name}-${profile}`],
    );
    expect([api?.deploy?.replicas, projector?.deploy?.replicas]).toEqual([2, 2]);
    expect(api?.environment).toEqual(projector?.environment);
    expect(migrate?.environment).toEqual(api?.environment);
    expect(api?.environment?.EVENT_STORE).toMatch(/^esdb:/);
    expect(api?.environment?.DATABASE_URL).toMatch(/^postgres:/);
    expect(api?.command).toEqual(['serve', '--projector', 'elsewhere']);
  });

  it('the cluster has three nodes that know one another, with certificates and without --insecure', () => {
    const nodes = inProfile('cluster').filter(([name]) => name.startsWith('node'));
    expect(nodes).toHaveLength(3);
    for (const [name, { environment = {} }] of nodes) {
      const others = nodes.map(([other]) => other).filter((other) => other !== name);
      expect(environment.EVENTSTORE_GOSSIP_SEED?.split(',').sort()).toEqual(
        others.map((other) => `${other}:2113`).sort(),
      );
      expect(environment.EVENTSTORE_CERTIFICATE_FILE).toContain('/certs/');
      expect(environment.EVENTSTORE_INSECURE).toBeUndefined();
    }
    const url = compose.services['api-cluster']?.environment?.EVENT_STORE ?? '';
    for (const [name] of nodes) expect(url).toContain(`${name}:2113`);
    expect(url).toContain('tls=true&tlsCaFile=/certs/ca/ca.crt');
  });

  it('no credentials go over a connection without TLS', () => {
    for (const [, { environment }] of services)
      if (environment?.EVENT_STORE?.includes('tls=false')) expect(environment.EVENT_STORE).not.toContain('@');
  });
});

describe('Dockerfile', () => {
  const lines = text('Dockerfile').split('\n');
  const stage = (n: number) => {
    const starts = lines.flatMap((line, index) => (line.startsWith('FROM ') ? [index] : []));
    return lines.slice(starts[n], starts[n + 1]);
  };

  it('runs the Node that the project is tested with', () => {
    const { devDependencies } = JSON.parse(text('package.json'));
    expect(lines).toContain(`ARG NODE=${devDependencies.node}`);
    for (const line of lines.filter((each) => each.startsWith('FROM '))) expect(line).toMatch(/node:\$\{NODE\}-slim/);
  });

  it('builds in one stage and runs another, as nobody special, with a health check', () => {
    expect(stage(0).join('\n')).toMatch(/npm ci[\s\S]*npm run build && npm prune --omit=dev/);
    const last = stage(1);
    expect(last).toContain('USER node');
    expect(last.indexOf('USER node')).toBeLessThan(last.findIndex((line) => line.startsWith('ENTRYPOINT')));
    expect(last.join('\n')).toContain('/health/ready');
  });

  it('leaves out what the image does not need', () => {
    const ignored = text('.dockerignore').split('\n');
    for (const each of ['.git', '**/node_modules', 'dist', 'data', 'bench']) expect(ignored).toContain(each);
  });
});
