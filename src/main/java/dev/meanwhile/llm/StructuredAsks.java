package dev.meanwhile.llm;

import dev.meanwhile.llm.call.ModelFailure;
import dev.meanwhile.llm.prompt.Prompts;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.meanwhile.UserId;
import dev.meanwhile.llm.LlmSettings.StructuredOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a model for a reply in a given shape, for generators. A reply that doesn't fit is sent back once with what is
/// wrong with it.
public final class StructuredAsks {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Models models;
  private final Prompts prompts;
  private final AtomicReference<StructuredOutput> way;
  private final boolean stepsDown;
  private final Prices prices;

  StructuredAsks(Models models, Prompts prompts, StructuredOutput way, Prices prices) {
    this.prices = prices;
    this.models = models;
    this.prompts = prompts;
    this.stepsDown = way == StructuredOutput.AUTO;
    this.way = new AtomicReference<>(stepsDown ? StructuredOutput.JSON_SCHEMA : way);
  }

  /// Asks for a reply in the shape of a record: its components in snake case, enum constants in lower case.
  ///
  /// @param spent hears what each finished call came to
  /// @throws ModelFailure when there is no reply, or none that fits after one repair
  public StructuredReply ask(UserId user, String promptId, Map<String, String> variables,
      Class<? extends Record> shape, Consumer<Spent> spent) {
    return ask(user, promptId, variables, ReplyShape.of(shape), spent);
  }

  /// Asks with the prompt `promptId` and its variables. Interrupting the thread stops the call.
  ///
  /// @param schema of the reply; fields that it doesn't know are refused
  /// @param spent hears what each finished call came to
  /// @throws ModelFailure when there is no reply, or none that fits after one repair
  public StructuredReply ask(UserId user, String promptId, Map<String, String> variables,
      JsonSchema schema, Consumer<Spent> spent) {
    if (models.isEmbedded()) {
      throw new ModelFailure(ModelFailure.Reason.UNUSABLE,
          "The built-in model writes no documents.");
    }
    var text = prompts.render(promptId, variables);
    var model = models.forTask(user);
    while (true) {
      var current = way.get();
      try {
        return new Exchange(model, schema, current, spent).run(text);
      } catch (ModelFailure failure) {
        if (!stepsDown || !failure.isBadRequest() || current == StructuredOutput.PROMPT) {
          throw failure;
        }
        way.compareAndSet(current, simpler(current));
      }
    }
  }

  private static StructuredOutput simpler(StructuredOutput way) {
    return way == StructuredOutput.JSON_SCHEMA
        ? StructuredOutput.JSON_OBJECT
        : StructuredOutput.PROMPT;
  }

  /// One ask with at most one repair.
  private final class Exchange {
    private final ChatModel model;
    private final JsonSchema schema;
    private final JsonNode schemaJson;
    private final StructuredOutput way;
    private final List<ChatMessage> messages = new ArrayList<>();
    private final Consumer<Spent> spent;
    private int calls;

    private Exchange(ChatModel model, JsonSchema schema, StructuredOutput way,
        Consumer<Spent> spent) {
      this.spent = spent;
      this.model = model;
      this.schema = schema;
      this.schemaJson = JSON.valueToTree(JsonSchemaElementUtils.toMap(schema.rootElement()));
      this.way = way;
    }

    private StructuredReply run(String text) {
      messages.add(UserMessage.from(way == StructuredOutput.JSON_SCHEMA ? text : text + format()));
      var reply = call();
      var first = StructuredText.read(reply, schemaJson);
      if (first.json() != null) {
        return reply(first.json());
      }
      messages.add(AiMessage.from(reply));
      messages.add(UserMessage.from(
          prompts.render("structured-repair", Map.of("flaws", String.join("\n", first.flaws())))));
      var second = StructuredText.read(call(), schemaJson);
      if (second.json() != null) {
        return reply(second.json());
      }
      throw new ModelFailure(ModelFailure.Reason.UNUSABLE,
          "The model's reply doesn't have the shape that was asked for.");
    }

    private String format() {
      return "\n\n"
          + prompts.render("structured-format", Map.of("schema", schemaJson.toPrettyString()));
    }

    private String call() {
      var response = model.chat(request());
      calls++;
      count(response);
      if (response.finishReason() == FinishReason.LENGTH) {
        throw new ModelFailure(ModelFailure.Reason.UNUSABLE,
            "The model's reply is too long for it to finish.");
      }
      var text = response.aiMessage().text();
      return text == null ? "" : text;
    }

    private void count(ChatResponse response) {
      var usage = response.tokenUsage();
      spent.accept(prices.spent(models.atWork().name(),
          usage == null ? 0 : tokens(usage.inputTokenCount()),
          usage == null ? 0 : tokens(usage.outputTokenCount())));
    }

    private static long tokens(@Nullable Integer count) {
      return count == null ? 0 : count;
    }

    private ChatRequest request() {
      var request = ChatRequest.builder().messages(List.copyOf(messages));
      switch (way) {
        case AUTO, JSON_SCHEMA -> request.responseFormat(
            ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(schema).build());
        case JSON_OBJECT -> request.responseFormat(ResponseFormat.JSON);
        case PROMPT -> {
        }
      }
      return request.build();
    }

    private StructuredReply reply(JsonNode json) {
      return new StructuredReply(json, calls);
    }
  }
}
