/**
 * AsyncAPI documents of what the services say on sockets and topics. They are made of the code by
 * this module's tests: the records are the schemas, their Javadoc is the description, and who sends
 * and reads what is seen in the classes. Only what holds for a document as a whole is written by
 * hand. Other modules' tests hold what is really said against them.
 *
 * @see <a href="https://www.asyncapi.com/docs/reference/specification/v3.0.0">AsyncAPI 3.0</a>
 */
package io.stallcast.asyncapi;
