/** A bare Fastify server whose only handler sends the stored text of a transcript. */
import { DatabaseSync } from 'node:sqlite';
import fastify from 'fastify';

const [path, table] = process.argv.slice(2);
const database = new DatabaseSync(path, { readOnly: true });
const select = database.prepare(`SELECT document FROM ${table} WHERE student = ?`);
const server = fastify();
server.get('/api/v1/students/:student/transcript', (request, reply) => {
  reply.type('application/json; charset=utf-8').send(select.get(request.params.student).document);
});
console.log(await server.listen({ host: '127.0.0.1', port: 0 }));
process.once('SIGTERM', () => server.close().then(() => database.close()));
