import { startDynamoDb } from '../../local/engines/dynamodb.ts';

/** DynamoDB in a process of its own. Arguments: the port, and a folder to keep the tables in. */
const [port, directory] = process.argv.slice(2);
const { endpoint, lost } = await startDynamoDb({ port: Number(port), ...(directory !== undefined && { directory }) });
process.send!(endpoint);
// A folder that takes no more: the process goes on, and says so.
void lost.then(by => process.send!(by));
