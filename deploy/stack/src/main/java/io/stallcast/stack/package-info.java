/**
 * All of Stallcast on one machine, each part a process of its own.
 *
 * <p>{@link io.stallcast.stack.Topology} says who runs and who talks to whom, {@link
 * io.stallcast.stack.Stack} runs it, for {@link io.stallcast.stack.StackCommand} and for the system
 * tests. No part outlives the stack, however it ends; the data folder does.
 */
package io.stallcast.stack;
