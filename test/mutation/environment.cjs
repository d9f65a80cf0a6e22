const { TestEnvironment } = require('jest-environment-node');

/** One test that fails is enough to find a mutant: those after it are passed over. */
module.exports = class extends TestEnvironment {
  failed = false;

  handleTestEvent({ name, test }) {
    if (name === 'test_done' && test.errors.length > 0) this.failed = true;
    if (name === 'test_start' && this.failed) test.mode = 'skip';
  }
};
