import { upperFirst } from 'lodash';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import type { Floor } from '../../nodes/shared/model/Floor';
import type { Vendor } from '../../nodes/shared/node/vendor';
import { n8n } from '../../package.json';

/** @param built a file of package.json: n8n finds its class by the file's name */
export const classNameOf = (built: string) => /(\w+)\.\w+\.js$/.exec(built)?.[1] ?? '';

/** What n8n loads, from the sources of what package.json names. */
function load<T>(built: string): T {
  const file = built.replace(/^dist\/|\.js$/g, '');
  const classes = jest.requireActual<Record<string, new () => T>>(`../../${file}`);
  const Loaded = classes[classNameOf(built)];
  if (Loaded === undefined) throw new Error(`${file} has no class of its own name`);
  return new Loaded();
}

function named<T>(files: string[], name: string): T {
  const file = files.find((one) => classNameOf(one) === upperFirst(name));
  if (file === undefined) throw new Error(`package.json names no ${name}`);
  return load<T>(file);
}

/** A node or trigger, by its name in n8n. */
export const nodeType = (name: string) => named<INodeType>(n8n.nodes, name);

/** A credential, by its name in n8n. */
export const credentialType = (name: string) => named<ICredentialType>(n8n.credentials, name);

/** What a node's folder has for its trigger and its operations. */
export const vendorOf = (node: string) => {
  const file = `../../nodes/${upperFirst(node)}/vendor`;
  const [vendor] = Object.values(jest.requireActual<Record<string, Vendor<unknown, Floor>>>(file));
  if (vendor === undefined) throw new Error(`${file} has no vendor`);
  return vendor;
};

/** All of the package. */
export const nodeTypes = () => n8n.nodes.map((file) => load<INodeType>(file));
export const credentialTypes = () => n8n.credentials.map((file) => load<ICredentialType>(file));
