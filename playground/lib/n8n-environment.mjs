import path from 'node:path';

/** Everything in n8n that would call home, ask for something or show a banner is off. */
const quiet = {
  N8N_DIAGNOSTICS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
  N8N_DYNAMIC_BANNERS_ENABLED: 'false',
  N8N_TEMPLATES_ENABLED: 'false',
  N8N_PERSONALIZATION_ENABLED: 'false',
  N8N_HIRING_BANNER_ENABLED: 'false',
  N8N_VERIFIED_PACKAGES_ENABLED: 'false',
  N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
  N8N_AI_GATEWAY_ENABLED: 'false',
  N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
};

/** The user's own settings that would change what n8n does here. */
const foreign =
  /^(n8n_|db_|executions_|queue_|generic_timezone|npm_|node_options|node_path|.*_proxy$)/i;

/**
 * @param {object} options
 * @param {string} options.bin first on PATH
 * @param {string} options.userFolder
 * @param {number} options.port a worker's is that of its health check
 * @param {number} options.brokerPort
 * @param {Record<string, string>} [options.settings] n8n's own variables, on top of ours
 * @returns {Record<string, string | undefined>} the whole environment of an n8n process
 */
export function n8nEnvironment({ bin, userFolder, port, brokerPort, settings }) {
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return {
    ...Object.fromEntries(own),
    ...quiet,
    PATH: [bin, process.env.PATH].join(path.delimiter),
    N8N_USER_FOLDER: userFolder,
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_PORT: String(port),
    QUEUE_HEALTH_CHECK_PORT: String(port),
    N8N_RUNNERS_BROKER_PORT: String(brokerPort),
    N8N_SECURE_COOKIE: 'false',
    // A machine that is slow for a moment would have it refuse everything: "Database is not ready!".
    DB_PING_INTERVAL_SECONDS: '3600',
    GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...settings,
  };
}
