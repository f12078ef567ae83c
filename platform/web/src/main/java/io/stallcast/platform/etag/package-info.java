/** Entity tags made of an aggregate's version: a lost update becomes a 412. */
package io.stallcast.platform.etag;
