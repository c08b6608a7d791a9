/** The hosts from which Teams' connector speaks, in the public and the government clouds. */
const teamsHosts = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

/** Whether the bot may send to a service address: https at Teams' own hosts or one from the settings; loopback for the try-out alone. */
export function serviceUrlGuard(allowed: readonly string[], isTryout: boolean): (url: string) => boolean {
  const hosts = new Set([...teamsHosts, ...allowed]);
  return (url) => {
    if (!URL.canParse(url)) return false;
    const { protocol, hostname, username, password } = new URL(url);
    if (username !== '' || password !== '') return false;
    if (isTryout) return protocol === 'http:' && hostname === '127.0.0.1';
    return (protocol === 'https:' && hosts.has(hostname)) || (allowed.includes('127.0.0.1') && hostname === '127.0.0.1');
  };
}
