/**
 * Ends the pauses of the recorded floor, so that only what a test does can be too long. Some systems
 * show a preview as a pause, too.
 * @param {import('./stage.mjs').Simulator} simulator
 */
export function nobodyPaused(simulator) {
  for (const { id, state, subState } of simulator.world.signedIn()) {
    if (state === 'paused' || subState === 'preview')
      simulator.world.setAgent(id, { state: 'ready' });
  }
}
