import { existsSync, readFileSync } from 'node:fs';
import type { ChannelCredentialOptions } from '@eventstore/db-client';
import { StoreMisconfigured } from '../errors.ts';

/** What a client is made of. */
export interface ClientSettings {
  /** One node; or nodes to ask, or a name to look up, for where the cluster is. */
  readonly place:
    | { readonly endpoint: Address }
    | { readonly endpoints: Address[]; readonly nodePreference: NodePreference }
    | { readonly discover: Address; readonly nodePreference: NodePreference };
  readonly options: { readonly [Key in keyof typeof NUMBERS]?: number } & { readonly connectionName?: string };
  readonly channel: ChannelCredentialOptions;
  readonly user: { readonly username: string; readonly password: string } | undefined;
}

interface Address {
  readonly address: string;
  readonly port: number;
}

const PREFERENCES = {
  leader: 'leader',
  follower: 'follower',
  readonlyreplica: 'read_only_replica',
  random: 'random',
} as const;
type NodePreference = (typeof PREFERENCES)[keyof typeof PREFERENCES];

/** Settings that are numbers, with the least value. */
const NUMBERS = {
  maxDiscoverAttempts: 1,
  discoveryInterval: 1,
  gossipTimeout: 1,
  // The client prints a warning for less, and pings more often are taken for an attack by some servers.
  keepAliveInterval: 10_000,
  keepAliveTimeout: 1,
} as const;

const FORM = /^(?<scheme>esdb|esdb\+discover):\/\/(?:(?<user>[^@/?]*)@)?(?<hosts>[^@/?]+)\/?(?:\?(?<query>.*))?$/;

/**
 * Reads a connection string: `esdb://` for one node or several, separated by commas, `esdb+discover://` for a name that
 * stands for a cluster. Throws `StoreMisconfigured` for whatever it does not understand, for a certificate that is not
 * there, and for a user and password over a connection without TLS, which the client would drop without a word.
 */
export function settingsOf(connectionString: string, tlsCaFile?: string): ClientSettings {
  const parts = FORM.exec(connectionString.trim())?.groups;
  if (!parts) throw new StoreMisconfigured('unreadable', 'not of the form esdb://user:password@host:port?tls=true');
  const { scheme, user, hosts = '', query = '' } = parts;
  const settings = settingsIn(query);
  const taken = (name: string) => {
    const value = settings.get(name.toLowerCase());
    settings.delete(name.toLowerCase());
    return value;
  };

  const tls = flag('tls', taken('tls') ?? 'true');
  if (!flag('tlsVerifyCert', taken('tlsVerifyCert') ?? 'true'))
    throw new StoreMisconfigured('tls-unverified', 'tlsVerifyCert=false: the client verifies always; name a tlsCaFile');
  if (user !== undefined && !tls)
    throw new StoreMisconfigured(
      'credentials-without-tls',
      'a user and a password are never sent over a connection without TLS: take out tls=false, or take out the user',
    );
  const caFile = taken('tlsCAFile') ?? tlsCaFile;
  if (caFile !== undefined && !tls)
    throw new StoreMisconfigured('certificate-without-tls', 'a tlsCaFile means nothing with tls=false');
  const [certFile, keyFile] = [taken('userCertFile'), taken('userKeyFile')];
  if ((certFile === undefined) !== (keyFile === undefined))
    throw new StoreMisconfigured('half-a-certificate', 'userCertFile and userKeyFile belong together');

  const nodePreference = preference(taken('nodePreference') ?? 'leader');
  const connectionName = taken('connectionName');
  const numbers = Object.entries(NUMBERS).map(([name, least]) => [name, number(name, taken(name), least)] as const);
  const [unknown] = settings.keys();
  if (unknown !== undefined) throw new StoreMisconfigured('unknown-setting', `there is no setting ${unknown}`);

  const addresses = hosts.split(',').map(addressOf);
  const [first] = addresses as [Address];
  return {
    place:
      scheme === 'esdb+discover'
        ? { discover: first, nodePreference }
        : addresses.length > 1
          ? { endpoints: addresses, nodePreference }
          : { endpoint: first },
    options: { ...Object.fromEntries(numbers.filter(([, value]) => value !== undefined)), connectionName },
    channel: {
      insecure: !tls,
      rootCertificate: fileAt('tlsCaFile', caFile),
      userCertFile: fileAt('userCertFile', certFile),
      userKeyFile: fileAt('userKeyFile', keyFile),
    },
    user: user === undefined ? undefined : userIn(user),
  };
}

function settingsIn(query: string): Map<string, string> {
  const settings = new Map<string, string>();
  for (const part of query.split('&').filter((text) => text !== '')) {
    const [name = '', value] = part.split('=', 2);
    if (!value) throw new StoreMisconfigured('unreadable', `the setting ${name} has no value`);
    settings.set(name.toLowerCase(), decoded(name, value));
  }
  return settings;
}

function decoded(name: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new StoreMisconfigured('unreadable', `${name} is not percent-encoded as it should be`);
  }
}

function flag(name: string, value: string): boolean {
  if (value !== 'true' && value !== 'false') throw new StoreMisconfigured('unreadable', `${name} is true or false`);
  return value === 'true';
}

function number(name: string, value: string | undefined, least: number): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value) || Number(value) < least)
    throw new StoreMisconfigured('unreadable', `${name} is a whole number from ${least} on`);
  return Number(value);
}

function preference(value: string): NodePreference {
  const found = PREFERENCES[value.toLowerCase().replaceAll('_', '') as keyof typeof PREFERENCES];
  if (found === undefined)
    throw new StoreMisconfigured('unreadable', `nodePreference is ${Object.values(PREFERENCES).join(', ')}`);
  return found;
}

function addressOf(host: string): Address {
  const [, address, port = '2113'] = /^(\[[^\]]+\]|[^:[\]\s]+)(?::(\d{1,5}))?$/.exec(host) ?? [];
  if (address === undefined || Number(port) > 65_535)
    throw new StoreMisconfigured('unreadable', `not a host and a port: ${host}`);
  return { address, port: Number(port) };
}

function userIn(user: string): { username: string; password: string } {
  const [, username, password] = /^([^:]+):(.+)$/.exec(user) ?? [];
  if (username === undefined || password === undefined)
    throw new StoreMisconfigured('unreadable', 'before the @ stand a user and a password, separated by a colon');
  return { username: decoded('the user', username), password: decoded('the password', password) };
}

function fileAt(name: string, path: string | undefined): Buffer | undefined {
  if (path === undefined) return undefined;
  if (!existsSync(path)) throw new StoreMisconfigured('file-missing', `${name}: there is no file ${path}`);
  return readFileSync(path);
}
