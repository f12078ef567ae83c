package io.stallcast.load.chat;

import io.stallcast.load.ProcessorTime;
import io.stallcast.load.ResidentMemory;
import io.stallcast.load.chat.crowd.Milestone;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a server and those around it have used until now. */
record Usage(ProcessorTime server, ProcessorTime others, long resident) {

  static Usage of(ChatServer server, ProcessHandle load) {
    Map<String, Stream<ProcessHandle>> others = new HashMap<>(server.helpers());
    others.put("load", Stream.of(load));
    return new Usage(
        ProcessorTime.of(Map.of(server.title(), Stream.of(server.process()))),
        ProcessorTime.of(others),
        ResidentMemory.of(server.process()));
  }

  /** What was used from here to {@code later}, in which the crowd did what it tells. */
  Measured until(Usage later, Milestone told) {
    return new Measured(
        told,
        later.server.since(server),
        later.others.since(others),
        (double) later.resident - resident);
  }
}
