package dev.meanwhile.llm.embedded;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.regex.Pattern;

/// The built-in model behind LangChain4j's streaming interface: word by word, with finish reason and usage, on the
/// calling thread.
public final class EmbeddedStreamingModel implements StreamingChatModel {
  /// The name it goes by.
  public static final String NAME = "embedded";
  private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+$");
  private static final int CHARACTERS_PER_TOKEN = 4;

  private final Runnable betweenWords;

  /// A model that calls `betweenWords` before each word; what that throws ends the reply.
  public EmbeddedStreamingModel(Runnable betweenWords) {
    this.betweenWords = betweenWords;
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    var reply = Rules.reply(request);
    speak(reply, handler);
    var calls = reply.toolExecutionRequests();
    for (int i = 0; i < calls.size(); i++) {
      handler.onCompleteToolCall(new CompleteToolCall(i, calls.get(i)));
    }
    handler.onCompleteResponse(response(request, reply));
  }

  private void speak(AiMessage reply, StreamingChatResponseHandler handler) {
    if (reply.text() != null) {
      var words = WORD.matcher(reply.text());
      while (words.find()) {
        betweenWords.run();
        handler.onPartialResponse(words.group());
      }
    }
  }

  private static ChatResponse response(ChatRequest request, AiMessage reply) {
    int input = request.messages().stream().map(ChatMessage::toString)
        .mapToInt(EmbeddedStreamingModel::tokens).sum();
    return ChatResponse.builder()
        .aiMessage(reply)
        .modelName(NAME)
        .finishReason(
            reply.hasToolExecutionRequests() ? FinishReason.TOOL_EXECUTION : FinishReason.STOP)
        .tokenUsage(new TokenUsage(input, tokens(reply.toString())))
        .build();
  }

  private static int tokens(String text) {
    return text.length() / CHARACTERS_PER_TOKEN + 1;
  }
}
