import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** As `npm run records` starts the product. */
const FLAGS = ['--max-semi-space-size=8', '--disable-warning=ExperimentalWarning'];

const root = join(import.meta.dirname, '..');
const children = new Set();

/** The product's command line. */
export const CLI = join(root, 'dist/apps/cli/main.js');
export const script = (name) => join(import.meta.dirname, 'children', name);

function start(file, args) {
  const options = { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LOG_LEVEL: 'silent' } };
  const child = spawn(process.execPath, [...FLAGS, file, ...args], options);
  registered(child);
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return child;
}

/**
 * Runs a program to its end in a process of its own.
 * @param {string} file @param {string[]} args
 * @param {number[]} fine the exit codes that are no failure
 * @returns {Promise<string>} what it wrote to standard output
 */
export async function runToEnd(file, args, fine = [0]) {
  const child = start(file, args);
  let output = '';
  let errors = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (errors = `${errors}${text}`.slice(-4000)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (!fine.includes(code)) throw new Error(`${file} ${args.join(' ')} ended with ${code}: ${errors}`);
  return output;
}

/**
 * Starts a server and waits for the line that names its address.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startServer(file, args) {
  const child = start(file, args);
  let said = '';
  const url = await new Promise((resolve, reject) => {
    const look = (text) => {
      said = `${said}${text}`.slice(-4000);
      const found = /(?:http|esdb):\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', () => reject(new Error(`${file} did not start: ${said}`)));
  });
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** Sees to it that a process ends with this one. */
export function registered(child) {
  children.add(child);
  child.once('exit', () => children.delete(child));
}

/** Ends whatever still runs; for the end of an interrupted run. */
export function endChildren() {
  for (const child of children) child.kill('SIGKILL');
}
