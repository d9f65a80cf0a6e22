import { startServer, type Reaction, type TestServer } from './servers.mjs';

/** Starts servers for a test of the file; they stop when it is over. */
export function useServers() {
  const servers: TestServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return async (...reactions: Reaction[]): Promise<TestServer> => {
    const started = await startServer(...reactions);
    servers.push(started);
    return started;
  };
}
