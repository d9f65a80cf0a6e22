const FOLDER = '/srv/www/htdocs/vicidial';
const FIRST_LINE = 763;
const VARIABLES = 250;

/**
 * @param {'Warning' | 'Deprecated'} level
 * @param {string} text
 * @param {string} file
 * @param {number} line
 */
const notice = (level, text, file, line) =>
  `<br />\n<b>${level}</b>:  ${text} in <b>${FOLDER}/${file}</b> on line <b>${line}</b><br />\n`;

/**
 * @param {string} name
 * @param {string} file
 * @param {number} line
 */
const unset = (name, file, line) => notice('Warning', `Undefined variable $${name}`, file, line);

/** @param {number} number */
function missingParameter(number) {
  const line = FIRST_LINE + number;
  const text =
    'preg_replace(): Passing null to parameter #3 ($subject) of type array|string is deprecated';
  return (
    unset(`parameter_${number}`, 'non_agent_api.php', line) +
    notice('Deprecated', text, 'non_agent_api.php', line)
  );
}

/**
 * What PHP prints around an answer when the server shows its warnings to everybody: some 85 KB
 * before it, a few lines after it, each warning on lines of its own.
 *
 * @param {'before' | 'after'} where
 * @returns {string}
 */
export function phpNoise(where) {
  if (where === 'after') {
    return unset('value', 'non_agent_api.php', 18773) + unset('DB', 'non_agent_api.php', 20457);
  }
  const parameters = Array.from({ length: VARIABLES }, (_, number) => missingParameter(number));
  return (
    unset('use_slave_server', 'dbconnect_mysqli.php', 83) +
    parameters.join('') +
    unset('DB', 'functions.php', 75) +
    unset('login_problem', 'functions.php', 244)
  );
}
