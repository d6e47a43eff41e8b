using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Services : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Nature",
                table: "Organisations",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Picks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<long>(type: "INTEGER", nullable: false),
                    ServiceId = table.Column<long>(type: "INTEGER", nullable: false),
                    ServiceVersionId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Wish = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ContactNumber = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedById = table.Column<long>(type: "INTEGER", nullable: false),
                    AnswerDueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredById = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredForProvider = table.Column<bool>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DeliveredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeliveredById = table.Column<long>(type: "INTEGER", nullable: true),
                    DeliveredForProvider = table.Column<bool>(type: "INTEGER", nullable: false),
                    Delivered = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Rating = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RatingReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    RatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FollowedUpAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FollowedUpById = table.Column<long>(type: "INTEGER", nullable: true),
                    FollowUp = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Picks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Picks_Accounts_AnsweredById",
                        column: x => x.AnsweredById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Picks_Accounts_AskedById",
                        column: x => x.AskedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Picks_Accounts_DeliveredById",
                        column: x => x.DeliveredById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Picks_Accounts_FollowedUpById",
                        column: x => x.FollowedUpById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Picks_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Recommendations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<long>(type: "INTEGER", nullable: false),
                    ServiceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    RecommendedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecommendedById = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenUpAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recommendations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Recommendations_Accounts_RecommendedById",
                        column: x => x.RecommendedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Recommendations_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Services",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProviderId = table.Column<long>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedById = table.Column<long>(type: "INTEGER", nullable: false),
                    CurrentVersionId = table.Column<long>(type: "INTEGER", nullable: true),
                    CheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CheckedById = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnById = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Services", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Services_Accounts_CheckedById",
                        column: x => x.CheckedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Services_Accounts_CreatedById",
                        column: x => x.CreatedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Services_Accounts_WithdrawnById",
                        column: x => x.WithdrawnById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Services_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Services_Organisations_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ServiceVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ServiceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Initials = table.Column<string>(type: "TEXT", maxLength: 3720, nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Forms = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    Fee = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FeeWords = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    FeeYuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    HowToGet = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    SourceAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    GoodUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangeNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DraftedById = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedById = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SubmittedById = table.Column<long>(type: "INTEGER", nullable: true),
                    SentBackAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentBackById = table.Column<long>(type: "INTEGER", nullable: true),
                    SentBackReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedById = table.Column<long>(type: "INTEGER", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ServiceVersions_Accounts_ChangedById",
                        column: x => x.ChangedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ServiceVersions_Accounts_DraftedById",
                        column: x => x.DraftedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ServiceVersions_Accounts_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ServiceVersions_Accounts_SentBackById",
                        column: x => x.SentBackById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ServiceVersions_Accounts_SubmittedById",
                        column: x => x.SubmittedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ServiceVersions_Services_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "Services",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OneOpenPick",
                table: "Picks",
                columns: new[] { "EnterpriseId", "ServiceId" },
                unique: true,
                filter: "\"State\" IN ('Asked', 'Accepted')");

            migrationBuilder.CreateIndex(
                name: "IX_Picks_AnsweredById",
                table: "Picks",
                column: "AnsweredById");

            migrationBuilder.CreateIndex(
                name: "IX_Picks_AskedById",
                table: "Picks",
                column: "AskedById");

            migrationBuilder.CreateIndex(
                name: "IX_Picks_DeliveredById",
                table: "Picks",
                column: "DeliveredById");

            migrationBuilder.CreateIndex(
                name: "IX_Picks_FollowedUpById",
                table: "Picks",
                column: "FollowedUpById");

            migrationBuilder.CreateIndex(
                name: "IX_Picks_ServiceId",
                table: "Picks",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Picks_ServiceVersionId",
                table: "Picks",
                column: "ServiceVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Picks_State_AnswerDueAt",
                table: "Picks",
                columns: new[] { "State", "AnswerDueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_EnterpriseId_ServiceId",
                table: "Recommendations",
                columns: new[] { "EnterpriseId", "ServiceId" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_RecommendedById",
                table: "Recommendations",
                column: "RecommendedById");

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_ServiceId",
                table: "Recommendations",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Services_CheckedById",
                table: "Services",
                column: "CheckedById");

            migrationBuilder.CreateIndex(
                name: "IX_Services_CheckedOn",
                table: "Services",
                column: "CheckedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Services_CreatedById",
                table: "Services",
                column: "CreatedById");

            migrationBuilder.CreateIndex(
                name: "IX_Services_CurrentVersionId",
                table: "Services",
                column: "CurrentVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Services_OrganisationId",
                table: "Services",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Services_ProviderId",
                table: "Services",
                column: "ProviderId");

            migrationBuilder.CreateIndex(
                name: "IX_Services_WithdrawnById",
                table: "Services",
                column: "WithdrawnById");

            migrationBuilder.CreateIndex(
                name: "IX_OneDraftAService",
                table: "ServiceVersions",
                column: "ServiceId",
                unique: true,
                filter: "\"State\" IN ('Draft', 'Submitted')");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceVersions_ChangedById",
                table: "ServiceVersions",
                column: "ChangedById");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceVersions_DraftedById",
                table: "ServiceVersions",
                column: "DraftedById");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceVersions_PublishedById",
                table: "ServiceVersions",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceVersions_SentBackById",
                table: "ServiceVersions",
                column: "SentBackById");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceVersions_ServiceId_Number",
                table: "ServiceVersions",
                columns: new[] { "ServiceId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ServiceVersions_State_Class_SortKey",
                table: "ServiceVersions",
                columns: new[] { "State", "Class", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceVersions_SubmittedById",
                table: "ServiceVersions",
                column: "SubmittedById");

            migrationBuilder.AddForeignKey(
                name: "FK_Picks_ServiceVersions_ServiceVersionId",
                table: "Picks",
                column: "ServiceVersionId",
                principalTable: "ServiceVersions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Picks_Services_ServiceId",
                table: "Picks",
                column: "ServiceId",
                principalTable: "Services",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Recommendations_Services_ServiceId",
                table: "Recommendations",
                column: "ServiceId",
                principalTable: "Services",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Services_ServiceVersions_CurrentVersionId",
                table: "Services",
                column: "CurrentVersionId",
                principalTable: "ServiceVersions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // SQLite takes no key away from a table that goes as well: no row points at a version any more, which does as much.
            migrationBuilder.Sql("UPDATE \"Services\" SET \"CurrentVersionId\" = NULL;");

            migrationBuilder.DropTable(
                name: "Picks");

            migrationBuilder.DropTable(
                name: "Recommendations");

            migrationBuilder.DropTable(
                name: "ServiceVersions");

            migrationBuilder.DropTable(
                name: "Services");

            migrationBuilder.DropColumn(
                name: "Nature",
                table: "Organisations");
        }
    }
}
