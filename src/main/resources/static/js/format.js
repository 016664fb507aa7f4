// How numbers, times and names are written for people.

const KINDS = {
  generate_test_cases: 'Test cases',
  generate_rtm: 'Traceability matrix',
  file_processing: 'File processing',
  coverage_analysis: 'Coverage analysis',
};
const UNITS = ['B', 'KB', 'MB', 'GB'];
const BYTES_PER_UNIT = 1024;

/** A task type as a title; a type that an operator added is written out. */
export function taskTitle(type) {
  const words = type.replaceAll(/[_-]+/g, ' ');
  return KINDS[type] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** The end of an ID: its beginning is a time, which tasks started together share. */
export const shortId = (id) => id.slice(-8);

/** An ID that nobody has had. `crypto.randomUUID` is missing in a page that came over plain HTTP from another machine. */
export const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export function size(bytes) {
  let unit = 0;
  while (bytes >= BYTES_PER_UNIT && unit < UNITS.length - 1) {
    bytes /= BYTES_PER_UNIT;
    unit++;
  }
  return `${bytes >= 10 || unit === 0 ? Math.round(bytes) : bytes.toFixed(1)} ${UNITS[unit]}`;
}

export function duration(seconds) {
  if (seconds < 1) return 'less than 1 s';
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
}

export const secondsBetween = (from, to) => (new Date(to) - new Date(from)) / 1000;

export const clock = (time) =>
  new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
