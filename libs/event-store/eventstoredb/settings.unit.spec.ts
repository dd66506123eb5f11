import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreMisconfigured } from '../errors.ts';
import { settingsOf } from './settings.ts';

describe('a connection string', () => {
  let folder: string;
  let ca: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'settings-'));
    ca = join(folder, 'ca.crt');
    writeFileSync(ca, 'a certificate');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names one node, with TLS unless it says otherwise', () => {
    expect(settingsOf('esdb://db.example:2114')).toMatchObject({
      place: { endpoint: { address: 'db.example', port: 2114 } },
      channel: { insecure: false },
      user: undefined,
    });
    expect(settingsOf('esdb://localhost?tls=false')).toMatchObject({
      place: { endpoint: { address: 'localhost', port: 2113 } },
      channel: { insecure: true },
    });
  });

  it('names several nodes, or a name that stands for a cluster', () => {
    expect(settingsOf('esdb://a:1,b,[::1]:3/?nodePreference=Follower').place).toEqual({
      endpoints: [
        { address: 'a', port: 1 },
        { address: 'b', port: 2113 },
        { address: '[::1]', port: 3 },
      ],
      nodePreference: 'follower',
    });
    expect(settingsOf('esdb+discover://cluster.example:2113').place).toEqual({
      discover: { address: 'cluster.example', port: 2113 },
      nodePreference: 'leader',
    });
  });

  it('gives a user and a password, percent-encoded where they must be', () =>
    expect(settingsOf('esdb://records:p%40ss%3Aword@db.example').user).toEqual({
      username: 'records',
      password: 'p@ss:word',
    }));

  it('names the certificate of an authority, in itself or beside it', () => {
    const { channel } = settingsOf('esdb://db.example', ca);
    expect(channel.rootCertificate?.toString()).toBe('a certificate');
    expect(settingsOf(`esdb://db.example?tlsCaFile=${encodeURIComponent(ca)}`).channel).toEqual(channel);
  });

  it('sets times and names', () =>
    expect(
      settingsOf('esdb://a,b?maxDiscoverAttempts=3&gossipTimeout=2&keepalivetimeout=7&connectionName=api%201').options,
    ).toEqual({ maxDiscoverAttempts: 3, gossipTimeout: 2, keepAliveTimeout: 7, connectionName: 'api 1' }));

  it.each([
    ['esdb://admin:changeit@db.example?tls=false', 'credentials-without-tls'],
    ['esdb://admin:changeit@a,b?TLS=false', 'credentials-without-tls'],
    ['esdb+discover://admin:changeit@cluster?tls=false', 'credentials-without-tls'],
    ['http://admin:changeit@db.example', 'unreadable'],
    ['esdb://admin@db.example', 'unreadable'],
    ['esdb://admin:changeit%@db.example', 'unreadable'],
    ['esdb://', 'unreadable'],
    ['esdb://db.example:port', 'unreadable'],
    ['esdb://db.example:99999', 'unreadable'],
    ['esdb://db.example?tls', 'unreadable'],
    ['esdb://db.example?tls=maybe', 'unreadable'],
    ['esdb://db.example?nodePreference=nearest', 'unreadable'],
    ['esdb://db.example?keepAliveInterval=10', 'unreadable'],
    ['esdb://db.example?nosuch=1', 'unknown-setting'],
    ['esdb://db.example?tlsVerifyCert=false', 'tls-unverified'],
    ['esdb://db.example?tlsCAFile=/no/such/file', 'file-missing'],
    ['esdb://db.example?tls=false&tlsCAFile=/no/such/file', 'certificate-without-tls'],
    ['esdb://db.example?userCertFile=/no/such/file', 'half-a-certificate'],
  ])('is refused, without its password: %s', (connectionString, code) => {
    const refusal = (() => {
      try {
        return settingsOf(connectionString);
      } catch (error) {
        return error as StoreMisconfigured;
      }
    })();
    expect(refusal).toBeInstanceOf(StoreMisconfigured);
    expect(refusal).toMatchObject({ code, message: expect.not.stringContaining('changeit') });
  });
});
