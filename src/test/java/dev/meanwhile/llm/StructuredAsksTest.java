package dev.meanwhile.llm;

import dev.meanwhile.llm.call.ModelFailure;
import dev.meanwhile.llm.prompt.Prompts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.meanwhile.llm.LlmSettings.StructuredOutput;
import dev.meanwhile.llm.call.ModelFailure.Reason;
import dev.meanwhile.testing.ScriptedReply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredAsksTest {
  private static final JsonSchema SCHEMA = JsonSchema.builder().name("cases")
      .rootElement(JsonObjectSchema.builder()
          .addProperty("titles", JsonArraySchema.builder().items(new JsonStringSchema()).build())
          .addProperty("kind", JsonEnumSchema.builder().enumValues("positive", "negative").build())
          .addStringProperty("note").required("titles", "kind").build())
      .build();
  private static final String GOOD = "{\"titles\":[\"a\"],\"kind\":\"positive\"}";

  private final LlmFixture llm = new LlmFixture("retries=0", "price.input=0.40",
      "price.output=1.60", "price.currency=EUR");
  private final List<Spent> spent = new ArrayList<>();
  private final StructuredAsks asks = asks(StructuredOutput.AUTO);

  @AfterEach
  void close() {
    llm.close();
  }

  private StructuredAsks asks(StructuredOutput way) {
    return new StructuredAsks(llm.models, new Prompts(null), way, llm.settings.price());
  }

  private StructuredReply ask() {
    return asks.ask(LlmFixture.ANN, "structured-repair", Map.of("flaws", "none"), SCHEMA,
        spent::add);
  }

  @Test
  void theSchemaIsSentAndTheReplyReadStrictly() {
    llm.server.then(ScriptedReply.says(GOOD));

    var reply = ask();

    assertThat(reply.json().at("/titles/0").asString()).isEqualTo("a");
    assertThat(reply.calls()).isOne();
    var format = llm.server.lastAsked().body().path("response_format");
    assertThat(format.path("type").asString()).isEqualTo("json_schema");
    assertThat(format.at("/json_schema/strict").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"```json\n" + GOOD + "\n```", "Sure! " + GOOD + " I hope this helps.",
      "{\"titles\":[\"a\"],\"kind\":\"positive\",\"note\":null}"})
  void fencesProseAndEmptyOptionalFieldsAreForgiven(String text) {
    llm.server.then(ScriptedReply.says(text));

    assertThat(ask().calls()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"titles\":[\"a\"]}", "{\"titles\":null,\"kind\":\"positive\"}",
      "{\"titles\":[\"a\"],\"kind\":\"other\"}",
      "{\"titles\":[\"a\"],\"kind\":\"positive\",\"more\":1}",
      "{\"titles\":[1],\"kind\":\"positive\"}",
      "{\"titles\":[\"a\"],\"titles\":[\"b\"],\"kind\":\"positive\"}",
      "{\"titles\":[\"a\"", "[]", "I can't."})
  void aReplyThatDoesNotFitIsRepairedOnce(String bad) {
    llm.server.then(ScriptedReply.says(bad)).then(ScriptedReply.says(GOOD));

    assertThat(ask().calls()).isEqualTo(2);
    assertThat(llm.server.lastAsked().last("user")).contains("can't be used");
  }

  @Test
  @Tag("MW-LLM-007")
  void eachCallIsPaidForWhateverCameOfIt() {
    llm.server.then(ScriptedReply.says("no")).then(ScriptedReply.says("no"));

    assertThatThrownBy(this::ask).isInstanceOf(ModelFailure.class);

    var one = new Spent("gpt-4.1-mini", 10, 5, new BigDecimal("0.00001200"), "EUR");
    assertThat(spent).containsExactly(one, one);
  }

  @Test
  void withoutPricesThereIsNoCost() {
    assertThat(new Prices(null, new BigDecimal("1"), "USD").spent("m", 10, 5))
        .isEqualTo(new Spent("m", 10, 5, null, null));
    assertThatThrownBy(() -> new Prices(new BigDecimal("-1"), null, "USD"))
        .hasMessageContaining("meanwhile.llm.price.input");
  }

  @Test
  void twoUnfitRepliesAreAPermanentFailure() {
    llm.server.then(ScriptedReply.says("no")).then(ScriptedReply.says("no"));

    assertThatThrownBy(this::ask).isInstanceOfSatisfying(ModelFailure.class,
        it -> assertThat(it.reason()).isEqualTo(Reason.UNUSABLE));
  }

  @Test
  void aServerThatLacksSchemasIsAskedInWordsFromThenOn() {
    llm.server.then(ScriptedReply.status(400, "response_format"))
        .then(ScriptedReply.status(400, "response_format"))
        .then(ScriptedReply.says(GOOD)).then(ScriptedReply.says(GOOD));

    ask();
    ask();

    assertThat(llm.server.asked()).hasSize(4);
    assertThat(llm.server.lastAsked().body().has("response_format")).isFalse();
    assertThat(llm.server.lastAsked().last("user")).contains("JSON Schema", "\"titles\"");
  }

  @Test
  void aWrongKeyIsNotMistakenForALackingFeature() {
    llm.server.then(ScriptedReply.status(401, "key"));

    assertThatThrownBy(this::ask).isInstanceOf(ModelFailure.class);
    assertThat(llm.server.asked()).hasSize(1);
  }
}
