// What the engine uses of n8n-workflow; all of it takes longer to load than most tests take to run.
module.exports = {
  ...require('n8n-workflow/dist/cjs/errors/node-api.error.js'),
  ...require('n8n-workflow/dist/cjs/utils.js'),
};
