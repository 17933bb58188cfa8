import { startDynamoDb } from '../../local/engines/dynamodb.ts';

/** DynamoDB in a process of its own. Arguments: the port, and a folder to keep the tables in. */
const [port, directory] = process.argv.slice(2);
const { endpoint } = await startDynamoDb({ port: Number(port), ...(directory !== undefined && { directory }) });
process.send!(endpoint);
