package dev.meanwhile.llm;

import dev.meanwhile.llm.gate.Lane;
import dev.meanwhile.llm.gate.ModelGate;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/// Counts what model calls cost, under the names of OpenTelemetry's conventions for generative AI.
final class LlmMetrics {
  private final MeterRegistry registry;
  private final ModelAtWork model;

  LlmMetrics(MeterRegistry registry, ModelAtWork model, ModelGate gate) {
    this.registry = registry;
    this.model = model;
    for (var lane : Lane.values()) {
      Gauge.builder("meanwhile.llm.gate.inside", gate, it -> it.inside(lane))
          .description("Model calls that run").tags("lane", lane.label()).register(registry);
      Gauge.builder("meanwhile.llm.gate.waiting", gate, it -> it.waiting(lane))
          .description("Model calls that wait for their turn").tags("lane", lane.label())
          .register(registry);
    }
  }

  Waiting waiting(Lane lane) {
    return new Waiting(lane, Timer.start(registry));
  }

  Calling calling(Lane lane) {
    return new Calling(lane, Timer.start(registry));
  }

  private Tags tags(Lane lane) {
    return Tags.of("gen_ai.operation.name", "chat", "gen_ai.provider.name", model.provider(),
        "gen_ai.request.model", model.name(), "meanwhile.lane", lane.label());
  }

  /// A call that stands at the gate.
  final class Waiting {
    private final Lane lane;
    private final Timer.Sample sample;

    private Waiting(Lane lane, Timer.Sample sample) {
      this.lane = lane;
      this.sample = sample;
    }

    void stop() {
      sample.stop(registry.timer("meanwhile.llm.gate.wait", "lane", lane.label()));
    }
  }

  /// A call that runs.
  final class Calling {
    private final Lane lane;
    private final Timer.Sample sample;

    private Calling(Lane lane, Timer.Sample sample) {
      this.lane = lane;
      this.sample = sample;
    }

    void stop(HeldReply reply) {
      var failure = reply.failure();
      var outcome = failure == null ? "none" : failure.code();
      sample.stop(registry.timer("gen_ai.client.operation.duration",
          tags(lane).and("error.type", outcome)));
      var response = reply.response();
      if (response != null && response.tokenUsage() != null) {
        count("input", response.tokenUsage().inputTokenCount());
        count("output", response.tokenUsage().outputTokenCount());
      }
    }

    private void count(String type, @Nullable Integer tokens) {
      if (tokens != null) {
        DistributionSummary.builder("gen_ai.client.token.usage").baseUnit("token")
            .tags(tags(lane).and("gen_ai.token.type", type)).register(registry).record(tokens);
      }
    }
  }
}
