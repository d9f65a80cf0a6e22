/**
 * Ends the pauses of the recorded floor, so that only what a test does can be too long.
 * @param {import('./stage.mjs').Simulator} simulator
 */
export function nobodyPaused(simulator) {
  for (const { id, state } of simulator.world.signedIn()) {
    if (state === 'paused') simulator.world.setAgent(id, { state: 'ready' });
  }
}
